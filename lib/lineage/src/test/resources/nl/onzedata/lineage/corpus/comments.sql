-- rows: x.h
-- named:
/* één; DROP TABLE x.h; */ SELECT count(*) AS n -- ; SELECT 2
FROM x.h /* ' */

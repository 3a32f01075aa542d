-- rows: x.h
-- named:
SELECT count(*) AS n FROM x.h;

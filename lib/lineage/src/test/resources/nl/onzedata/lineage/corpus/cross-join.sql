-- rows: x.h x.pop
-- named:
SELECT count(*) AS n FROM x.h CROSS JOIN x.pop

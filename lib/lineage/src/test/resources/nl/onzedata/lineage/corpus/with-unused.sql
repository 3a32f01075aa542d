-- rows: x.h
-- named: x.p.naam:SELECT
WITH b AS (SELECT naam FROM x.p) SELECT count(*) AS n FROM x.h

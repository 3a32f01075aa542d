-- rows: x.pop
-- named: x.pop.wijk:SELECT
WITH h AS (SELECT wijk FROM x.pop) SELECT count(*) AS n FROM h

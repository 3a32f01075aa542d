-- direct: wijk <- x.p.wijk IDENTITY
-- direct: l <- x.p.naam AGGREGATION
-- indirect: l <- x.p.p_id SORT
-- indirect: x.p.wijk GROUP_BY
-- rows: x.p
-- named: x.p.naam:MEASURE x.p.p_id:MEASURE x.p.wijk:GROUP x.p.wijk:SELECT
-- not-on-duckdb: LISTAGG takes no separator with WITHIN GROUP there
SELECT wijk, listagg(naam, ';') WITHIN GROUP (ORDER BY p_id DESC) AS l FROM x.p GROUP BY wijk

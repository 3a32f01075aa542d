-- direct: wijk <- x.v.wijk IDENTITY
-- direct: n <- x.v.p_id AGGREGATION
-- indirect: x.v.wijk GROUP_BY
-- rows: x.v
-- named: x.v.p_id:MEASURE x.v.wijk:GROUP x.v.wijk:SELECT
SELECT wijk, count(DISTINCT p_id) AS n FROM x.v GROUP BY wijk

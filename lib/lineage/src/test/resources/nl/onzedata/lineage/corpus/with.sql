-- direct: wijk <- x.p.wijk IDENTITY
-- direct: m <- x.v.kosten AGGREGATION
-- indirect: x.p.p_id JOIN
-- indirect: x.p.wijk GROUP_BY
-- indirect: x.v.p_id GROUP_BY JOIN
-- rows: x.p x.v
-- named: x.p.p_id:JOIN x.p.wijk:SELECT x.v.kosten:MEASURE x.v.p_id:GROUP x.v.p_id:SELECT
WITH a AS (SELECT p_id, sum(kosten) AS k FROM x.v GROUP BY p_id),
     b AS (SELECT p.wijk, a.k FROM a JOIN x.p ON p.p_id = a.p_id)
SELECT wijk, avg(k) AS m FROM b GROUP BY wijk

-- accepted
-- uses: x.me exists, x.me.gemeld time, x.me.p_id link, x.p.p_id link, x.p.wijk group
SELECT p.wijk, COUNT(*) FILTER (WHERE CAST(m.gemeld AS DATE) < DATE '2027-01-01') AS n FROM x.p AS p LEFT JOIN x.me AS m ON m.p_id = p.p_id GROUP BY p.wijk

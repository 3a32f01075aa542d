-- accepted
-- uses: x.me exists, x.me.gemeld time, x.me.p_id link, x.p.p_id link, x.p.wijk group
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN x.me AS m ON m.p_id = p.p_id WHERE DATE_TRUNC('quarter', m.gemeld) = DATE '2026-07-01' GROUP BY p.wijk

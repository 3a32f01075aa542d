-- accepted
-- uses: x.me.gemeld time
SELECT DATE_TRUNC('quarter', gemeld) AS kwartaal, COUNT(*) AS n FROM x.me GROUP BY DATE_TRUNC('quarter', gemeld) HAVING DATE_TRUNC('quarter', gemeld) >= TIMESTAMP '2026-07-01 00:00:00' AND DATE_TRUNC('quarter', gemeld) <> DATE '2027-01-01'

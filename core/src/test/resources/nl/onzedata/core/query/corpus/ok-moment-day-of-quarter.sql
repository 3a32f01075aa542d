-- accepted
-- uses: x.me.gemeld time
-- the first day of a quarter, as a date
SELECT CAST(DATE_TRUNC('quarter', gemeld) AS DATE) AS kwartaal, COUNT(*) AS n FROM x.me GROUP BY CAST(DATE_TRUNC('quarter', gemeld) AS DATE)

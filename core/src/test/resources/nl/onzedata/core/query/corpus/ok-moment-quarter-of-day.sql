-- accepted
-- uses: x.me.gemeld time
SELECT DATE_TRUNC('quarter', CAST(gemeld AS DATE)) AS kwartaal, COUNT(*) AS n FROM x.me GROUP BY DATE_TRUNC('quarter', CAST(gemeld AS DATE))

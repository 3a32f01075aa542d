-- accepted
-- uses: x.wmo.sinds time
SELECT DATE_TRUNC('quarter', sinds) AS kwartaal, COUNT(*) AS n FROM x.wmo WHERE EXTRACT(YEAR FROM sinds) IN (2025, 2027) GROUP BY DATE_TRUNC('quarter', sinds)

-- accepted
-- uses: x.b.sinds time
-- a moving figure of figures, not of people
SELECT kwartaal, n, LAG(n) OVER (ORDER BY kwartaal) AS vorig FROM (SELECT DATE_TRUNC('quarter', sinds) AS kwartaal, COUNT(*) AS n FROM x.b GROUP BY DATE_TRUNC('quarter', sinds)) AS t WHERE kwartaal >= DATE '2025-04-01'

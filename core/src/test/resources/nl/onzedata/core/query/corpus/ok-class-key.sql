-- accepted
-- uses: x.t.bedrag class
-- classes by their own labels, so that the table says what the text says
SELECT CASE WHEN bedrag <= 100 THEN '<= 100' WHEN bedrag <= 250 THEN '> 100 <= 250' ELSE '> 250' END AS klasse, COUNT(*) AS n FROM x.t GROUP BY CASE WHEN bedrag <= 100 THEN '<= 100' WHEN bedrag <= 250 THEN '> 100 <= 250' ELSE '> 250' END

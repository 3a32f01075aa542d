-- refused: PARTS
-- what it takes of the row itself counts too
SELECT CASE WHEN leeftijd < 18 THEN '< 18' WHEN leeftijd < 65 THEN '>= 18 < 65' ELSE '>= 65' END AS klasse, COUNT(*) FILTER (WHERE vaste_gast) AS n FROM x.p GROUP BY CASE WHEN leeftijd < 18 THEN '< 18' WHEN leeftijd < 65 THEN '>= 18 < 65' ELSE '>= 65' END

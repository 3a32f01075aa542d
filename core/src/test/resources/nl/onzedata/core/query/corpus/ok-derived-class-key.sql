-- accepted
-- uses: x.p.leeftijd class, x.p.wijk group
-- an age in whole years in its classes
SELECT CASE WHEN leeftijd < 18 THEN '< 18' WHEN leeftijd < 65 THEN '>= 18 < 65' ELSE '>= 65' END AS leeftijd_klasse, wijk, COUNT(*) AS n FROM x.p GROUP BY CASE WHEN leeftijd < 18 THEN '< 18' WHEN leeftijd < 65 THEN '>= 18 < 65' ELSE '>= 65' END, wijk

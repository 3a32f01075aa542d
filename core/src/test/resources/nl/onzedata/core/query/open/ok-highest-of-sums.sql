-- accepted
-- uses: y.school.buurt group, y.school.leerlingen measure
-- the highest of figures is a figure
SELECT MAX(n) AS most FROM (SELECT buurt, SUM(leerlingen) AS n FROM y.school GROUP BY buurt) AS t

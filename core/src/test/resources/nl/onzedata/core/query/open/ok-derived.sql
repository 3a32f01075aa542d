-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt group, y.school.buurt link, y.school.leerlingen measure
-- a key of a derived table is the column that it is
WITH n AS (SELECT buurt, SUM(leerlingen) AS n FROM y.school GROUP BY buurt) SELECT b.naam, n.n FROM y.buurt b JOIN n ON b.buurt = n.buurt

-- refused: JOIN-LIST
WITH n AS (SELECT soort, MIN(buurt) AS eerste FROM y.school GROUP BY soort) SELECT b.naam, n.soort FROM y.buurt b JOIN n ON b.buurt = n.eerste

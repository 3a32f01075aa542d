-- refused: JOIN-LIST
-- for this wijk the pair was not agreed
SELECT g.stadsdeel, COUNT(*) AS n FROM x.b AS b JOIN x.p AS p ON b.p_id = p.p_id JOIN x.g AS g ON p.wijk = g.wijk GROUP BY g.stadsdeel

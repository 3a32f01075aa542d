-- refused: EXISTS
-- being in both says who is in one
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.p INTERSECT SELECT p_id FROM x.wmo) AS u

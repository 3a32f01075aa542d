-- refused: EXISTS
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.p EXCEPT SELECT p_id FROM x.wmo) AS e

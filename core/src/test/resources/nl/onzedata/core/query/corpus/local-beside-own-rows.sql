-- refused: PARTS
-- whoever is in the rows has come at least once: the class of nobody is known to be empty
SELECT p.dit_jaar, COUNT(DISTINCT v.p_id) AS n FROM x.v AS v JOIN x.p AS p ON v.p_id = p.p_id GROUP BY p.dit_jaar

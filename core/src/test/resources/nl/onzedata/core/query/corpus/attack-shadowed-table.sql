-- refused: *
-- a table of that name is made in the question itself
WITH h AS (SELECT p_id AS hh_id FROM x.p) SELECT COUNT(*) AS n FROM h WHERE h.hh_id = 17

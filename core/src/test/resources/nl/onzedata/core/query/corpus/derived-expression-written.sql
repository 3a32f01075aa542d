-- refused: CUT-EXPR
-- the computation itself, in the text, was not agreed
SELECT type, COUNT(*) AS n FROM x.h WHERE inkomen + 2 * COALESCE(spaargeld, 0) >= 30000 GROUP BY type

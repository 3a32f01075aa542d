-- refused: AGG
-- two sums in one number, of which one hides the other
SELECT SUM(inkomen + 1000000 * hh_id) AS n FROM x.h

-- refused: NONADD
-- who came in a year, beside who came at all, cannot be told apart safely
SELECT COUNT(DISTINCT p_id) AS n FROM x.v WHERE EXTRACT(YEAR FROM dag) = 2026

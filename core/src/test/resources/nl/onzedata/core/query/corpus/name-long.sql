-- refused: NAME
-- more letters than a table shows
SELECT type, COUNT(*) AS nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn FROM x.h GROUP BY type

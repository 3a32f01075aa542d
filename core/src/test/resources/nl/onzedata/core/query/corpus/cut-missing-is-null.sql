-- refused: USE
SELECT COUNT(*) AS n FROM x.h WHERE spaargeld IS NULL

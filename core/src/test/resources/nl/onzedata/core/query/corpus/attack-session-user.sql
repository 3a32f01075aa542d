-- refused: *
SELECT type, COUNT(*) AS n FROM x.h WHERE SESSION_USER = 'x' GROUP BY type

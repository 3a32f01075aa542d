-- refused: *
-- a Greek letter in the value
SELECT COUNT(*) AS n FROM x.h WHERE type = 'kοοp'

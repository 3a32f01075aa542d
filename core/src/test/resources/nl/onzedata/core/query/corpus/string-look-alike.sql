-- refused: STRING
-- a Cyrillic letter
SELECT COUNT(*) AS n FROM x.h WHERE type = 'kооp'

-- refused: STRING
-- a text that is on no list
SELECT 'alle' AS deel, COUNT(*) AS n FROM x.h UNION ALL SELECT 'koop', COUNT(*) FROM x.h WHERE type = 'koop'

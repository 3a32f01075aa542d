-- refused: SYNTAX
-- collations mean something else on every engine
SELECT COUNT(*) AS n FROM x.h WHERE type COLLATE 'nl' = 'koop'

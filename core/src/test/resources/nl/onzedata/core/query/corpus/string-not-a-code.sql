-- refused: STRING
SELECT COUNT(*) AS n FROM x.h WHERE type = 'Koop '

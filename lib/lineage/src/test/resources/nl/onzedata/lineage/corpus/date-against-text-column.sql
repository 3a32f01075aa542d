-- refused: SYNTAX
SELECT bezoek_id FROM x.v WHERE dag IN (SELECT type FROM x.h)

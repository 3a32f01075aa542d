-- refused: JOIN-LIST
SELECT COUNT(*) AS n FROM x.h AS a WHERE a.woning_id NOT IN (SELECT b.woning_id FROM x.h AS b WHERE b.type = 'koop')

-- refused: AGG
SELECT COUNT(CASE WHEN type = 'koop' THEN CASE WHEN hh_id <> 17 THEN 1 END END) AS n FROM x.h

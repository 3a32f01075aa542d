-- refused: AGG
SELECT COUNT(DISTINCT gemeld) AS n FROM x.me

-- refused: USE
SELECT hh_id, COUNT(*) AS n FROM x.h GROUP BY hh_id

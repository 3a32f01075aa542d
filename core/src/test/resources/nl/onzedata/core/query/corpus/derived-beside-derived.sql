-- refused: PARTS
-- two columns made of the same are no two columns
SELECT spaart, COUNT(*) FILTER (WHERE buffer) AS n FROM x.h GROUP BY spaart

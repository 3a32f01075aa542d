-- refused: NAME
-- a figure may not be called as something that is derived
SELECT type, COUNT(*) AS buffer FROM x.h GROUP BY type

-- refused: TIME
-- a moment as it stands is finer than a day
SELECT gemeld, COUNT(*) AS n FROM x.me GROUP BY gemeld

-- refused: TIME
-- a date as it stands
SELECT sinds, COUNT(*) AS n FROM x.wmo GROUP BY sinds

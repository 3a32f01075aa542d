-- refused: *
SELECT COUNT(*) AS n FROM 'h.csv'

-- refused: USE
-- the number itself is no key
SELECT vaak, COUNT(*) AS n FROM x.p GROUP BY vaak

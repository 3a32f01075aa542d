-- accepted
-- uses: y.buurt.buurt group, y.buurt.buurt link, y.buurt.buurt show, y.school.buurt link, y.school.school measure, y.school.soort filter
-- in ON, what is no pair filters
SELECT b.buurt, COUNT(s.school) AS n FROM y.buurt b LEFT JOIN y.school s ON b.buurt = s.buurt AND s.soort <> 'a' GROUP BY b.buurt

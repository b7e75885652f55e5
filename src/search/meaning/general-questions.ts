/**
 * Questions on all sorts of things, of our own. How near they come to a library tells what nearness
 * means there, with this model: a question of the library's own should come nearer.
 */
export const generalQuestions: readonly string[] = `
How do bees find their way home?
Who composed the opera about the barber?
What is the best way to store potatoes?
When was the printing press invented?
How many bones has a cat?
Why is the sea salty?
Which team won the cup last year?
How do I renew my passport?
What causes hiccups?
Where do swallows spend the winter?
How is cheese made?
What does a notary do?
How fast can a cheetah run?
Who designed the cathedral in Barcelona?
How can I learn to swim as an adult?
What is the difference between a violin and a viola?
Which vitamins does spinach contain?
When should roses be pruned?
How does a refrigerator work?
What is the tallest building in the world?
Why do leaves change colour in autumn?
How much water should one drink a day?
Who was the first woman to fly across the Atlantic?
What are the rules of chess?
How do I get a stain out of a shirt?
What is dark matter made of?
How long does it take to boil an egg?
Which river flows through Vienna?
How do vaccines work?
What should I pack for a week in the mountains?
How was the pyramid of Cheops built?
What does the word serendipity mean?
How do I change the language of my phone?
Why do cats purr?
Which planets have rings?
How does a court of appeal decide?
What is the population of Peru?
Who invented the zip?
How do you calculate the area of a circle?
What is a healthy breakfast?
How old is the oldest tree?
Which company makes the best running shoes?
When did the dinosaurs die out?
How do I write a letter of application?
What is the plot of the Odyssey?
How do fish breathe?
What is the melting point of iron?
Which gods did the Aztecs worship?
How do I train for a marathon?
What happens when a volcano erupts?
Who painted the ceiling of the chapel in Rome?
How do interest rates affect mortgages?
What is the function of the liver?
How many strings has a harp?
Why was the tower of Pisa built on soft ground?
Which insects live in colonies?
How do you make sourdough bread?
What is the national anthem of Brazil?
How does a compiler translate a program?
When is the best time to visit Iceland?
What did people eat in the Middle Ages?
How do I fix a dripping tap?
What are the symptoms of hay fever?
Who discovered the law of gravity?
`
  .trim()
  .split('\n');
